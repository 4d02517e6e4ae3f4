"""The web server of the production shape; the variables are documented in docs/deployment.md."""

import os

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# Threads keep a slow client, or a connection held open between requests, from occupying a worker.
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
# Tables of URLs, templates and models are read once and shared by the workers.
preload_app = True
accesslog = None
