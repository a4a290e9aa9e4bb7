#!/bin/sh
# conversation.sh SCRIPT SERVER CLIENT: runs SCRIPT with the program SERVER as the server and with CLIENT as its client.
set -u
folder=$(mktemp -d)
"$2" "$1" server "$folder/address" "$folder/socket" &
server=$!
tries=0
while [ ! -s "$folder/address" ] && [ $tries -lt 200 ]; do
  sleep 0.05
  tries=$((tries + 1))
done
"$3" "$1" client "$folder/address"
status=$?
[ $status -eq 0 ] || kill $server
wait $server
rm -rf "$folder"
exit $status
