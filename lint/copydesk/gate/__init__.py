"""What a run in CI leaves out: findings of a baseline, findings on unchanged lines."""
