-- Requests to the writer and what came of them: the model, the prompt, the cost, and whether the text was used.
CREATE TABLE "writer_draft" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "written_by" TEXT,
    "model" TEXT,
    "prompt" TEXT,
    "tokens_in" INTEGER NOT NULL DEFAULT 0,
    "tokens_out" INTEGER NOT NULL DEFAULT 0,
    "cost_micros" INTEGER NOT NULL DEFAULT 0,
    "latency_ms" INTEGER NOT NULL DEFAULT 0,
    "sealed" BYTEA NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "writer_draft_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "writer_draft_product_id_asked_at_idx" ON "writer_draft"("product_id", "asked_at");
CREATE INDEX "writer_draft_seller_id_asked_at_idx" ON "writer_draft"("seller_id", "asked_at");
CREATE INDEX "writer_draft_person_id_idx" ON "writer_draft"("person_id");
ALTER TABLE "writer_draft" ADD CONSTRAINT "writer_draft_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "writer_draft"
  ADD CONSTRAINT "writer_draft_state" CHECK ("state" IN ('asked', 'shown', 'used', 'cancelled')),
  ADD CONSTRAINT "writer_draft_written_by" CHECK ("written_by" IN ('model', 'template'));
-- One request at a time for each product.
CREATE UNIQUE INDEX "writer_draft_one_asked" ON "writer_draft" ("product_id") WHERE "state" = 'asked';

-- What was proposed last stood in the product's own row, unsealed; it can be asked for again.
ALTER TABLE "product" DROP COLUMN "suggestion";

-- The answer book.
CREATE TABLE "product_answer" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_answer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "product_answer_product_id_state_idx" ON "product_answer"("product_id", "state");
CREATE INDEX "product_answer_person_id_idx" ON "product_answer"("person_id");
ALTER TABLE "product_answer" ADD CONSTRAINT "product_answer_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "product_answer" ADD CONSTRAINT "product_answer_state" CHECK ("state" IN ('proposed', 'confirmed'));

-- An operator may have unlawful words keep a listing from being published, instead of warning its seller.
ALTER TABLE "village" ADD COLUMN "blocks_unlawful" BOOLEAN NOT NULL DEFAULT false;
