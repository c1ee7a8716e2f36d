-- What somebody waits for may have a price that it must not cost more than: for so much of it, by its measure.
ALTER TABLE "saved_search" ADD COLUMN "most_price" INTEGER, ADD COLUMN "per_quantity" INTEGER, ADD COLUMN "measure" TEXT;
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_price" CHECK (
  ("most_price" IS NULL) = ("per_quantity" IS NULL) AND ("most_price" IS NULL) = ("measure" IS NULL)
  AND ("most_price" IS NULL OR ("most_price" > 0 AND "per_quantity" > 0)));
