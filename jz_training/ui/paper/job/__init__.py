"""Several papers printed or saved in one go (打印一组文件)."""
