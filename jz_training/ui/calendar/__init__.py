"""日程: trainings by month, week and list."""
