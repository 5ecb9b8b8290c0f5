"""Tests of docxtpl's names over our renderer."""
