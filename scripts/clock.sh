#!/usr/bin/env bash
# clock.sh: the clock beside the web server. It does side effects only, so when it stops the site goes on: this keeps
# honcho from stopping the web server with it.
python manage.py clock
echo "The clock has stopped (exit status $?). What readers see still changes on time. Start it again: make clock"
exec sleep infinity
