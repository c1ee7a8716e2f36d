-- The seller's own word for what is sold (瓶, 枚), and how many base units one is.
ALTER TABLE "product" ADD COLUMN "unit" TEXT, ADD COLUMN "unit_size" INTEGER;
ALTER TABLE "product" ADD CONSTRAINT "product_unit" CHECK (("unit" IS NULL) = ("unit_size" IS NULL) AND "unit_size" > 0);
