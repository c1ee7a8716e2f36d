-- Names of people, tracking numbers and saved searches are sealed. What earlier releases wrote in clear is sealed at the next
-- start, which has the key; until then it is read from where it was.
ALTER TABLE "person" ALTER COLUMN "name" SET DEFAULT '',
ADD COLUMN "sealed_name" BYTEA;

ALTER TABLE "orders" ADD COLUMN "sealed_tracking" BYTEA;

ALTER TABLE "saved_search" ALTER COLUMN "words" SET DEFAULT '',
ADD COLUMN "sealed_words" BYTEA,
ADD COLUMN "words_key" TEXT;

DROP INDEX "saved_search_person_id_words_key";

CREATE UNIQUE INDEX "saved_search_person_id_words_key_key" ON "saved_search"("person_id", "words_key");
