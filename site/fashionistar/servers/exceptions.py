"""What can be wrong with the servers, each as a sentence a person can act on."""


class ServerTrouble(Exception):
    """A server is missing, does not start or is not one we can work with."""


class EmbeddedServersMissing(ServerTrouble):
    """The wheels that carry the servers are not installed."""


class ServerNotStarted(ServerTrouble):
    """A server did not come up in time."""


class ServerUserMissing(ServerTrouble):
    """Running as root needs an unprivileged system user for PostgreSQL."""


class ParentModeChanged(ServerTrouble):
    """A folder above the data has other permissions than before."""


class ServersBusy(ServerTrouble):
    """Another process has been starting or stopping the servers for too long."""


class UnsupportedServer(ServerTrouble):
    """The given database or broker is of a kind or version that is not supported."""


class RolesRefused(ServerTrouble):
    """The given administrator may not create the two database roles."""
