"""What do configuration files of site generators hold? They are read, never run."""
