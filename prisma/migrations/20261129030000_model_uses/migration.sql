-- What a model was asked beyond drafts, and what it took: the name of what a photo shows, a text in the other language.
CREATE TABLE "model_use" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "product_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "said" JSONB NOT NULL,
    "model" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "tokens_in" INTEGER NOT NULL,
    "tokens_out" INTEGER NOT NULL,
    "cost_micros" INTEGER NOT NULL,
    "latency_ms" INTEGER NOT NULL,
    "is_used" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_use_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "model_use_product_id_kind_idx" ON "model_use"("product_id", "kind");
CREATE INDEX "model_use_seller_id_at_idx" ON "model_use"("seller_id", "at");
ALTER TABLE "model_use" ADD CONSTRAINT "model_use_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "model_use" ADD CONSTRAINT "model_use_kind" CHECK ("kind" IN ('photo-name', 'translation'));
