ROLLBACK TO attempt; RELEASE attempt
