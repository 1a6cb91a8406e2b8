"""The library in a process of its own: numbered requests over a pipe, the newest wins, stops early when overtaken."""
