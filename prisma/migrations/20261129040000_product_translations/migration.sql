-- A title or a blurb in the language that its seller does not write, by the hash of what was translated: words that were
-- changed have no translation, and words that are put back have theirs again.
CREATE TABLE "product_translation" (
    "product_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_translation_pkey" PRIMARY KEY ("product_id", "hash")
);
ALTER TABLE "product_translation" ADD CONSTRAINT "product_translation_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;
