"""Commands about rules, styles and the configuration."""
