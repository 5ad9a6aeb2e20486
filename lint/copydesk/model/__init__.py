"""The data that everything speaks: source, prose, finding, report."""
