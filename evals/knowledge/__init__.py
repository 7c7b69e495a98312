"""Questions that nobody wrote into the documents, and whether the right passage is found."""
