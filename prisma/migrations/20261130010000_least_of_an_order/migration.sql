-- What one order holds of a product at least, in base units; null: any amount.
ALTER TABLE "product" ADD COLUMN "minimum_quantity" INTEGER;
ALTER TABLE "product" ADD CONSTRAINT "product_minimum_quantity" CHECK ("minimum_quantity" IS NULL OR "minimum_quantity" > 0);
