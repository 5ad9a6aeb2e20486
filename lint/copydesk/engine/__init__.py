"""One draft, checked: rules run, findings settled, stet notes heeded."""
