-- Views are counted in parts of their own: as a column of the product, everybody who looked waited for everybody else who
-- looked, and for whoever ordered it.
CREATE TABLE "product_view" (
    "product_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "views" INTEGER NOT NULL,

    CONSTRAINT "product_view_pkey" PRIMARY KEY ("product_id","part"),
    CONSTRAINT "product_view_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

INSERT INTO "product_view" ("product_id", "part", "views") SELECT "id", 0, "views" FROM "product" WHERE "views" > 0;

ALTER TABLE "product" DROP COLUMN "views";
