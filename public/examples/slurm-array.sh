#!/bin/sh
# A sweep as an array job of Slurm, one shard a task:
#
#   MIGRASCOPE=$HOME/migrascope SWEEP=sweep.json sbatch slurm-array.sh
#
# MIGRASCOPE is a checkout after "npm ci"; nothing else is needed on the nodes but Node. Afterwards merge.sh puts the
# shards together. The array begins with 1. To repeat one task that failed say how many shards there were:
#
#   SHARDS=8 sbatch --array=3 slurm-array.sh
#
#SBATCH --job-name=migrascope-sweep
#SBATCH --array=1-8
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --time=01:00:00
#SBATCH --output=sweep-%A-%a.log
set -eu

MIGRASCOPE=${MIGRASCOPE:-$HOME/migrascope}
SWEEP=${SWEEP:-sweep.json}
OUT=${OUT:-shards}
SHARDS=${SHARDS:-$SLURM_ARRAY_TASK_COUNT}

mkdir -p "$OUT"
# Zero-padded, so that the names' order is the shards' order.
part=$(printf '%s/part-%05d.jsonl' "$OUT" "$SLURM_ARRAY_TASK_ID")
npm --prefix "$MIGRASCOPE" run -s cli -- sweep "$SWEEP" --shard "$SLURM_ARRAY_TASK_ID/$SHARDS" > "$part.partial"
# Only a whole shard has its name: a task that was killed leaves none behind.
mv "$part.partial" "$part"
