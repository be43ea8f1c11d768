"""What a backup or a restore raises."""


class BackupFailed(Exception):
    """A backup could not be made or put back; the words say why."""
