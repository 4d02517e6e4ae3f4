"""Exit with a plain sentence when something listens at the host and port already."""

import errno
import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as problem:
        if problem.errno != errno.EADDRINUSE:
            sys.exit(f"Cannot listen at {host}:{port}: {problem.strerror}.")
        sys.exit(
            f"Port {port} is in use, perhaps by another `make run` or `make serve`. "
            f"Stop that one, or take another port: make run PORT={port + 1}"
        )
