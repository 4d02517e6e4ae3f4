"""Who licenses medicines, and where people report side effects, by jurisdiction."""

from blog.enums import Jurisdiction

REGULATORS = {
    Jurisdiction.US.value: "the FDA",
    Jurisdiction.UK.value: "the MHRA",
    Jurisdiction.EU.value: "the EMA",
    Jurisdiction.CANADA.value: "Health Canada",
    Jurisdiction.AUSTRALIA.value: "the TGA",
}
# In the European Union people report to the authority of their own country.
REPORTING = {
    Jurisdiction.US.value: {"name": "FDA MedWatch", "url": "https://www.fda.gov/medwatch"},
    Jurisdiction.UK.value: {"name": "the Yellow Card scheme", "url": "https://yellowcard.mhra.gov.uk/"},
    Jurisdiction.CANADA.value: {
        "name": "MedEffect Canada",
        "url": "https://www.canada.ca/en/health-canada/services/drugs-health-products/medeffect-canada.html",
    },
    Jurisdiction.AUSTRALIA.value: {"name": "the TGA", "url": "https://www.tga.gov.au/safety/reporting-problems"},
}
