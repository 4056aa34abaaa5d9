"""导入线上记录: from the export of an online meeting to marks on the list."""
