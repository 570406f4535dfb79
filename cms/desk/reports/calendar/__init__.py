"""What was published, goes live and ends, month by month."""
