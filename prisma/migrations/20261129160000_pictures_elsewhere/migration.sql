-- A picture may lie in an S3-compatible store: `object` is its key there, and `bytes` is empty then. What lies below
-- `sealed/` is encrypted as `bytes` of a private picture are.
ALTER TABLE "media" ADD COLUMN "object" TEXT;
CREATE INDEX "media_to_move" ON "media" ("created_at") WHERE "bytes" IS NOT NULL AND "state" = 'stored';
CREATE INDEX "media_to_seal" ON "media" ("id")
  WHERE "object" IS NOT NULL AND "is_private" <> starts_with("object", 'sealed/');

-- Objects that are deleted from the store when they are due, whoever let go of them: nothing there outlives its picture.
CREATE TABLE "unused_object" (
  "key" TEXT NOT NULL,
  "due_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "unused_object_pkey" PRIMARY KEY ("key")
);
CREATE FUNCTION "let_go_of_object"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "unused_object" ("key", "due_at") VALUES (OLD."object", 'epoch')
    ON CONFLICT ("key") DO UPDATE SET "due_at" = 'epoch';
  RETURN NULL;
END $$;
CREATE TRIGGER "media_object_left" AFTER UPDATE OF "object" ON "media" FOR EACH ROW
  WHEN (OLD."object" IS NOT NULL AND NEW."object" IS DISTINCT FROM OLD."object") EXECUTE FUNCTION "let_go_of_object"();
CREATE TRIGGER "media_object_deleted" AFTER DELETE ON "media" FOR EACH ROW
  WHEN (OLD."object" IS NOT NULL) EXECUTE FUNCTION "let_go_of_object"();
CREATE UNIQUE INDEX "media_object" ON "media" ("object") WHERE "object" IS NOT NULL;
