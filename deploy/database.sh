#!/bin/sh
# Run once by the database's container, for an empty volume. The server owns its own database and is no superuser; the
# superuser has no password, so that only whoever is inside of that container can be it.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$POSTGRES_PASSWORD" --username postgres --dbname postgres <<'SQL'
create role latchstring login password :'password';
create database latchstring owner latchstring;
revoke connect on database postgres, template1 from public;
alter role postgres password null;
SQL
