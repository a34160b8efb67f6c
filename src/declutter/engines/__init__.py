"""The same cleaning inside the engines that hold the pages: Arrow, Spark, Ray, pandas, Polars."""
