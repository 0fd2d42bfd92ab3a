-- How a person lives.
ALTER TABLE "person" ADD COLUMN "marital_status" TEXT;
ALTER TABLE "person" ADD COLUMN "school_level" TEXT;
ALTER TABLE "person" ADD COLUMN "occupation" TEXT;
