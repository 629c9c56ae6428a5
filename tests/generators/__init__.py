"""What do real site generators publish, compared with what is private here? Run by `make sites`."""
