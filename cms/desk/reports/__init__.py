"""Reports on what is published when, and on what points at nothing."""
