-- CreateTable
CREATE TABLE "product_words" (
    "id" BIGSERIAL NOT NULL,
    "product_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_words_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "product_words_product_id_id_idx" ON "product_words"("product_id", "id");

-- CreateIndex
CREATE INDEX "product_words_person_id_idx" ON "product_words"("person_id");

-- AddForeignKey
ALTER TABLE "product_words" ADD CONSTRAINT "product_words_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;
