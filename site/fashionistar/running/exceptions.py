"""Why the demo does not start, each as a sentence a person can act on."""


class RunningTrouble(Exception):
    """The demo cannot be started or went down."""


class AlreadyRunning(RunningTrouble):
    """Another supervisor serves this checkout."""


class PortUnusable(RunningTrouble):
    """The port is taken or is none."""


class PreparationFailed(RunningTrouble):
    """A management command that sets the demo up has failed."""


class NeverReady(RunningTrouble):
    """The demo did not become ready."""
