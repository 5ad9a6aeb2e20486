"""What several rules ask of a draft: whose words a block holds, phrases, copies, variants."""
