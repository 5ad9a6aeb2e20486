"""Reports that CI services and code hosts read."""
