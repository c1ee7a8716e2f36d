#!/usr/bin/env bash
# Dumps the database walnut once a day into /backups, restores each dump into a scratch database, and only then removes
# what is older than BACKUP_KEEP days. `backup.sh once` does it now and ends; `backup.sh fresh` fails where there is none of the
# last 26 hours.
set -euo pipefail
# What people ordered is nobody else's to read.
umask 077
folder=${BACKUP_FOLDER:-/backups}
keep=${BACKUP_KEEP:-7}

one() {
  local file
  file=$folder/walnut-$(date -u +%F).dump
  [ -e "$file" ] && return 0
  pg_dump --format=custom --file="$file.part" walnut
  prove "$file.part"
  mv "$file.part" "$file"
  find "$folder" -name 'walnut-*.dump' | sort -r | tail -n "+$((keep + 1))" | xargs -r rm -f
  echo "backed up, and proven by restoring it: $file"
}

# A dump that was never restored is a hope.
prove() {
  dropdb --if-exists walnut_proof
  createdb --template=template0 --encoding=UTF8 walnut_proof
  pg_restore --exit-on-error --no-owner --dbname=walnut_proof "$1"
  psql --dbname=walnut_proof --tuples-only --command='SELECT count(*) FROM orders' >/dev/null
  dropdb walnut_proof
}

if [ "${1:-}" = once ]; then
  one
elif [ "${1:-}" = fresh ]; then
  # A day, the hour until the next look, and time for the dump.
  find "$folder" -name 'walnut-*.dump' -mmin -1560 | grep -q .
else
  while :; do
    # A process of its own: bash goes on after errors in what stands before ||, and would keep a dump that failed.
    bash "$0" once || echo 'the backup failed; it is tried again in an hour' >&2
    sleep 3600
  done
fi
