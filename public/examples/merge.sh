#!/bin/sh
# The shards of a sweep as one file, in their order; equal, byte for byte, to the sweep run in one piece:
#
#   sh merge.sh shards 8 > sweep.jsonl
#
# The second word is how many there must be; a shard that is missing is named.
set -eu

folder=${1:?"Use: merge.sh FOLDER SHARDS"}
shards=${2:?"Use: merge.sh FOLDER SHARDS"}

i=1
while [ "$i" -le "$shards" ]; do
  part=$(printf '%s/part-%05d.jsonl' "$folder" "$i")
  if [ ! -f "$part" ]; then
    echo "Shard $i of $shards is missing: there is no $part; run it again." >&2
    exit 1
  fi
  i=$((i + 1))
done

i=1
while [ "$i" -le "$shards" ]; do
  cat "$(printf '%s/part-%05d.jsonl' "$folder" "$i")"
  i=$((i + 1))
done
