-- What somebody said in the web chat, sealed, until it is written down.
CREATE TABLE "recording" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recording_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "recording_person_id_idx" ON "recording"("person_id");
CREATE INDEX "recording_created_at_idx" ON "recording"("created_at");
ALTER TABLE "recording" ADD CONSTRAINT "recording_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
