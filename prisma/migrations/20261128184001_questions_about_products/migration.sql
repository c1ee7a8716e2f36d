-- A question about a product goes to its seller, before there is any order.
ALTER TABLE "conversation" ADD COLUMN "product_id" UUID;
ALTER TABLE "conversation" DROP CONSTRAINT "conversation_kind";
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_kind" CHECK (
  "kind" IN ('order', 'help', 'product')
  AND ("kind" = 'order') = ("order_id" IS NOT NULL)
  AND ("kind" = 'product') = ("product_id" IS NOT NULL));
DROP INDEX "conversation_one_open";
CREATE UNIQUE INDEX "conversation_one_open" ON "conversation" ("kind", "person_id", "order_id", "product_id")
  NULLS NOT DISTINCT WHERE "state" = 'open';
