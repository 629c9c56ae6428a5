"""What drives a peer whose command takes one article? Scripts that its own interpreter runs, once for all articles."""
