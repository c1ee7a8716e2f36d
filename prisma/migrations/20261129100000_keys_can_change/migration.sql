-- The secret key can be changed: fingerprints of pictures keep theirs, sealed under the newest key; and a database in
-- which every value is bound to its place says so.
ALTER TABLE "secret_key" ADD COLUMN "lasting" BYTEA,
ADD COLUMN "is_bound" BOOLEAN NOT NULL DEFAULT false;
