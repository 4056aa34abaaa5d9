"""Leave (请假): the tab, the dialog, and what is done to one."""
