"""人员学习档案: the file of one person and year, on paper."""
