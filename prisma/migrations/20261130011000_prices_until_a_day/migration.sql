-- A price until a day of the village, and what it costs from the next day on.
ALTER TABLE "product" ADD COLUMN "sale_until" DATE;
ALTER TABLE "product" ADD COLUMN "usual_price" INTEGER;
ALTER TABLE "product" ADD COLUMN "usual_price_quantity" INTEGER;
ALTER TABLE "product" ADD CONSTRAINT "product_sale_until" CHECK (
  ("sale_until" IS NULL) = ("usual_price" IS NULL) AND ("usual_price" IS NULL) = ("usual_price_quantity" IS NULL)
  AND ("usual_price" IS NULL OR "usual_price" > 0) AND ("usual_price_quantity" IS NULL OR "usual_price_quantity" > 0));
CREATE INDEX "product_sale_until_idx" ON "product" ("sale_until");
