package org.lynceus.protocols.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lynceus.media.FaultCode;

class SoapTest {
  private static OnvifException refused(String message) {
    return catchThrowableOfType(
        OnvifException.class, () -> Soap.body(message.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aFaultOfSoap12NamesItsInnermostSubcodeAndItsReason() {
    OnvifException fault =
        refused(
            "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body><e:Fault><e:Code>"
                + "<e:Value>e:Sender</e:Value><e:Subcode><e:Value>ter:InvalidArgVal</e:Value><e:Subcode>"
                + "<e:Value>ter:NoProfile</e:Value></e:Subcode></e:Subcode></e:Code><e:Reason><e:Text>"
                + "no such\nprofile</e:Text></e:Reason></e:Fault></e:Body></e:Envelope>");
    assertThat(fault.subcode()).isEqualTo("NoProfile");
    assertThat(fault.fault().code()).isEqualTo(FaultCode.REFUSED);
    assertThat(fault.fault().text()).isEqualTo("The device refused: no such profile.");
  }

  @Test
  void aRejectedPasswordIsToldFromOtherRefusalsInBothVersionsOfSoap() {
    assertThat(
            refused(
                    "<Envelope><Body><Fault><Code><Value>Sender</Value><Subcode><Value>ter:NotAuthorized"
                        + "</Value></Subcode></Code></Fault></Body></Envelope>")
                .fault()
                .code())
        .isEqualTo(FaultCode.UNAUTHORIZED);
    assertThat(
            refused(
                    "<Envelope><Body><Fault><faultcode>wsse:FailedAuthentication</faultcode>"
                        + "<faultstring>x</faultstring></Fault></Body></Envelope>")
                .fault()
                .code())
        .isEqualTo(FaultCode.UNAUTHORIZED);
  }

  @Test
  void anUnknownOperationIsTold() {
    assertThat(
            refused(
                    "<Envelope><Body><Fault><Code><Subcode><Value>ter:ActionNotSupported</Value></Subcode>"
                        + "</Code></Fault></Body></Envelope>")
                .unsupported())
        .isTrue();
  }

  @Test
  void aWebPageAnEmptyBodyAndNothingAreNotOnvif() {
    for (String message :
        new String[] {
          "<html><body>Login</body></html>", "<Envelope><Body/></Envelope>", "", "hello"
        }) {
      assertThat(refused(message).fault().code()).isEqualTo(FaultCode.NOT_ONVIF);
    }
  }
}
