-- A relayed message that is translated costs too; it may be about an order, or for the office.
ALTER TABLE "model_use" ALTER COLUMN "product_id" DROP NOT NULL, ALTER COLUMN "seller_id" DROP NOT NULL;
ALTER TABLE "model_use" DROP CONSTRAINT "model_use_kind",
  ADD CONSTRAINT "model_use_kind" CHECK ("kind" IN ('photo-name', 'translation', 'relay')),
  ADD CONSTRAINT "model_use_about" CHECK ("kind" = 'relay' OR ("product_id" IS NOT NULL AND "seller_id" IS NOT NULL));
