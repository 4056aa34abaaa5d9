"""What a notice leads to, on paper and in workbooks: plan, tasks, task book, publicity, talks."""
