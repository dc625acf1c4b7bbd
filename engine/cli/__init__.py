"""The command line: it turns files and options into requests, and results into files."""
