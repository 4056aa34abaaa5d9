"""Papers as Word documents (.docx): the page, named styles, native tables, to be worked on."""
