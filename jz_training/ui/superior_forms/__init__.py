"""上级表格: forms of a superior, tied to our figures once and filled ever after."""
