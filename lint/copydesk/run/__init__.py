"""Many drafts, checked: inputs found and read, jobs done, rules across drafts asked, the report made."""
