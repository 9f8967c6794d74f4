"""What every web page of the program shares: its colours and words, its safety, and how it is written."""
