"""The record of a training (会议记录、学习记录) on paper."""
